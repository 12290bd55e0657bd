/** What the window says of what is inside a value. */
export const valueMessages = {
  label: 'Inside the value',
  steps: {
    quotes: 'Quoted',
    percent: 'URL-encoded',
    base64: 'Base64',
    base64url: 'Base64 for URLs',
  },
  shapes: { text: 'Text', json: 'JSON', jwt: 'JSON Web Token', time: 'Time', pairs: 'Names and values' },
  edit: 'Edit what is inside',
  inexact: 'It cannot be edited here: written back, other parts of the value would change as well.',
  header: 'Header',
  payload: 'Payload',
  claims: { iat: 'Issued', nbf: 'Valid from', exp: 'Expires' },
  unverified: 'The signature is not checked.',
  outlives: 'The cookie lives longer than the token.',
  notJson: 'This is no JSON any more. Mend it, or press Esc to give it up.',
} as const;
