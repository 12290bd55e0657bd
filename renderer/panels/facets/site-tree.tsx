import { ChevronRight, Minus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { Facets } from '#shared/api/view.ts';
import { useApp } from '../../state/app-store.ts';
import { termState } from '../../state/query-terms.ts';
import { openSite, toggleInQuery } from '../../state/view-actions.ts';
import { messages } from '../../ui/messages.ts';
import { showCount } from '../../ui/numbers.ts';
import { treeStep } from './tree-step.ts';
import type { TreeItem } from './tree-step.ts';

type Site = Facets['sites']['values'][number];

interface Node extends TreeItem {
  readonly label: string;
  readonly count: number;
  /** The label of its site. */
  readonly site: string;
}

/** The lines of the tree from top to bottom: sites, and under the open ones their hosts. */
function nodesOf(sites: readonly Site[], open: ReadonlySet<string>): readonly Node[] {
  return sites.flatMap(({ term, label, count, hostCount, hosts }) => {
    const expanded = hostCount === 0 ? undefined : open.has(label);
    const site: Node = { key: term, label, count, site: label, level: 1, expanded };
    if (expanded !== true) return [site];
    return [
      site,
      ...hosts.map((host) => ({
        key: host.term,
        label: host.label,
        count: host.count,
        site: label,
        level: 2,
      })),
    ];
  });
}

/** Sites and their hosts, counted. Arrows walk and open, Enter and Space filter, with Alt they leave out. */
export function SiteTree({
  document,
  sites,
}: {
  readonly document: string;
  readonly sites: readonly Site[];
}) {
  const query = useApp(({ views }) => views[document]?.query ?? '');
  const open = useApp(({ views }) => views[document]?.openSites);
  const [current, setCurrent] = useState<string>();
  const tree = useRef<HTMLDivElement>(null);
  const nodes = nodesOf(sites, open ?? new Set());
  const tabStop = nodes.find(({ key }) => key === current) ?? nodes[0];
  const toggle = (term: string, negated: boolean): void =>
    toggleInQuery(document, {
      term,
      negated,
      instead: negated ? [] : nodes.map(({ key }) => key).filter((other) => other !== term),
    });
  const goTo = (key: string): void => {
    setCurrent(key);
    const at = nodes.findIndex((node) => node.key === key);
    tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[at]?.focus();
  };
  const onKey = (node: Node, event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') toggle(node.key, event.altKey);
    else {
      const step = treeStep(nodes, node.key, event.key);
      if (step === undefined) return;
      if ('goTo' in step) goTo(step.goTo);
      else openSite(document, node.site, step.expand);
    }
    event.preventDefault();
  };
  return (
    <div role="tree" aria-label={messages.facets.sites} ref={tree}>
      {nodes.map((node) => (
        <SiteItem
          key={node.key}
          node={node}
          state={termState(query, node.key)}
          tabStop={node === tabStop}
          onKeyDown={(event) => onKey(node, event)}
          onFocus={() => setCurrent(node.key)}
          onToggle={(negated) => toggle(node.key, negated)}
          onExpand={() => openSite(document, node.site, node.expanded !== true)}
        />
      ))}
    </div>
  );
}

interface SiteItemProps {
  readonly node: Node;
  readonly state: 'with' | 'without' | 'absent';
  readonly tabStop: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly onToggle: (negated: boolean) => void;
  readonly onExpand: () => void;
}

function SiteItem({ node, state, tabStop, onKeyDown, onFocus, onToggle, onExpand }: SiteItemProps) {
  const { label, count, level, expanded } = node;
  const stop = (event: MouseEvent, run: () => void): void => {
    event.stopPropagation();
    run();
  };
  return (
    <div
      role="treeitem"
      className={`facet-item facet-${state}`}
      aria-level={level}
      aria-expanded={expanded}
      aria-selected={state === 'with'}
      tabIndex={tabStop ? 0 : -1}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onClick={(event) => onToggle(event.altKey)}
    >
      {expanded !== undefined && (
        <span
          className="site-twist"
          aria-hidden
          data-open={expanded}
          onClick={(event) => stop(event, onExpand)}
        >
          <ChevronRight size={12} />
        </span>
      )}
      <span className={level === 2 ? 'facet-value site-host' : 'facet-value'}>
        <span className="clip" title={label}>
          {label}
        </span>
        {state === 'without' && <span className="visually-hidden">{messages.facets.leftOut}</span>}
        <span className="facet-count numeric">{showCount(count)}</span>
      </span>
      <span
        className="facet-without"
        aria-hidden
        title={messages.facets.without}
        onClick={(event) => stop(event, () => onToggle(true))}
      >
        <Minus size={12} />
      </span>
    </div>
  );
}
