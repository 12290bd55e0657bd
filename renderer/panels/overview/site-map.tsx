import type { CSSProperties } from 'react';
import { useState } from 'react';
import type { Overview, SiteShare } from '#shared/api/overview.ts';
import { overviewMessages } from '../../ui/overview-messages.ts';
import { showBytes, showCount } from '../../ui/numbers.ts';
import { MarkButton } from './mark-button.tsx';
import { MarkGroup } from './mark-group.tsx';
import { Picture } from './picture.tsx';
import { squarify } from './squarify.ts';
import type { Tile } from './squarify.ts';

type Measure = 'count' | 'bytes';

/** So many tiles can be told apart. */
const MOST = 40;
/** How much wider than high the picture is drawn. */
const RATIO = 2;

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

/** Where a tile lies; larger ones are deeper in colour. */
function tileStyle(tile: Tile | undefined, depth: number): CSSProperties {
  const { left, top, width, height } = tile ?? { left: 0, top: 0, width: 0, height: 0 };
  return {
    left: percent(left),
    top: percent(top),
    width: percent(width),
    height: percent(height),
    '--depth': `${10 + Math.round(14 * depth)}%`,
  } as CSSProperties;
}

interface TilesProps {
  readonly document: string;
  /** The largest first. */
  readonly sites: readonly SiteShare[];
  readonly measure: Measure;
}

function Tiles({ document, sites, measure }: TilesProps) {
  const sizes = sites.map((site) => site[measure]);
  const tiles = squarify(sizes, RATIO);
  return (
    <MarkGroup label={overviewMessages.sites} className="site-map">
      {sites.map((site, at) => {
        const name = site.label || overviewMessages.noName;
        const byCount = measure === 'count';
        return (
          <MarkButton
            key={site.term}
            document={document}
            mark={site}
            among={sites}
            className="site-tile"
            label={
              byCount
                ? overviewMessages.entriesOf(name, site.count)
                : overviewMessages.bytesOf(name, site.bytes)
            }
            style={tileStyle(tiles[at], site[measure] / (sizes[0] ?? 1))}
            first={at === 0}
          >
            <span className="tile-name">{name}</span>{' '}
            <span className="tile-number numeric">
              {byCount ? showCount(site.count) : showBytes(site.bytes)}
            </span>
          </MarkButton>
        );
      })}
    </MarkGroup>
  );
}

/** Sites as tiles, as large as their cookies are many or long. */
export function SiteMap({ document, overview }: { readonly document: string; readonly overview: Overview }) {
  const [measure, setMeasure] = useState<Measure>('count');
  const { sites, siteCount } = overview;
  const shown = sites
    .filter((site) => site[measure] > 0)
    .sort((left, right) => right[measure] - left[measure])
    .slice(0, MOST);
  return (
    <Picture
      title={overviewMessages.sites}
      tools={
        <select
          className="select picture-select"
          aria-label={overviewMessages.by}
          value={measure}
          onChange={({ target }) => setMeasure(target.value === 'bytes' ? 'bytes' : 'count')}
        >
          <option value="count">{overviewMessages.byEntries}</option>
          <option value="bytes">{overviewMessages.byBytes}</option>
        </select>
      }
      document={document}
      head={overviewMessages.site}
      marks={sites}
      more={[{ head: overviewMessages.size, text: ({ bytes }) => showBytes(bytes) }]}
    >
      <Tiles document={document} sites={shown} measure={measure} />
      {siteCount > shown.length && (
        <p className="picture-hint">{overviewMessages.others(siteCount - shown.length)}</p>
      )}
    </Picture>
  );
}
