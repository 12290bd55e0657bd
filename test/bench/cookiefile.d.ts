declare module 'cookiefile' {
  export class CookieMap extends Map<string, unknown> {
    constructor(file: string);
  }
}
