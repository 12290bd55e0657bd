import { FileText } from 'lucide-react';
import { useApp } from '../../state/app-store.ts';
import { runCommand } from '../../state/commands.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Button } from '../../ui/button.tsx';
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
      <div className="overview-head">
        <p className="muted">{overviewMessages.totals(entries, siteCount, bytes)}</p>
        <Button
          className="button-small"
          icon={<FileText size={13} />}
          onClick={() => runCommand('file.report')}
        >
          {overviewMessages.report}
        </Button>
      </div>
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
