import { useApp } from '../../state/app-store.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { overviewMessages } from '../../ui/overview-messages.ts';
import { HeaderBudget } from './header-budget.tsx';
import { PartySplit } from './party-split.tsx';
import { SiteMap } from './site-map.tsx';
import { FlagSplit, PurposeSplit } from './splits.tsx';
import { Timeline } from './timeline.tsx';
import '../../ui/field.css';
import './overview.css';

/** A whole document in pictures, whatever the query line shows of it; every mark filters. */
export function Overview({ document, version }: { readonly document: string; readonly version: string }) {
  const minute = useApp(({ now }) => Math.floor(now / 60));
  const overview = useAnswer('overview.get', { document }, [version, minute]);
  if (overview === undefined) return null;
  const { entries, bytes, siteCount } = overview;
  if (entries === 0) {
    return (
      <p className="bottom-none muted">
        <strong>{overviewMessages.none}</strong>
        {overviewMessages.noneText}
      </p>
    );
  }
  return (
    <>
      <p className="overview-totals">{overviewMessages.totals(entries, siteCount, bytes)}</p>
      <div className="pictures">
        <SiteMap document={document} overview={overview} />
        <Timeline document={document} overview={overview} />
        <PurposeSplit document={document} overview={overview} />
        <FlagSplit document={document} overview={overview} />
        <PartySplit key={document} document={document} version={version} />
        <HeaderBudget document={document} overview={overview} />
      </div>
    </>
  );
}
