import { expiryFractions } from './entry-damages.ts';
import { opensWith } from './evidence.ts';
import type { Exporter } from './exporter.ts';

export const robWCookieManager: Exporter = {
  id: 'rob-w-cookie-manager',
  title: 'Cookie Manager by Rob W',
  source: 'cookie-manager by Rob--W, source of its export',
  recognise: (facts) => {
    const { opening } = facts;
    const plain = opening.length === 2 && opensWith(facts, ['# Netscape HTTP Cookie File', '']);
    if (!plain || facts.count('expiry-fraction') === 0) return undefined;
    return {
      confidence: 'likely',
      evidence: [
        'The header line and a blank line stand at the top, and nothing else.',
        'Expiries have fractions of seconds, as browsers give them to extensions.',
      ],
    };
  },
  damage: [expiryFractions],
};
