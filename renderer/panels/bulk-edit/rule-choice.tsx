import { useAnswer } from '../../state/use-answer.ts';
import { bulkMessages as words } from '../../ui/bulk-messages.ts';

interface RuleChoiceProps {
  readonly document: string;
  readonly value: string;
  readonly onChoose: (rule: string) => void;
}

/** The problems of the document that are mended cookie by cookie. */
export function RuleChoice({ document, value, onChoose }: RuleChoiceProps) {
  const rules = useAnswer('findings.summary', { document })?.filter((rule) => rule.fixable && rule.byEntry);
  if (rules === undefined) return null;
  return (
    <label className="bulk-field">
      {words.problem}
      <select
        className="select"
        value={value}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        <option value="" disabled>
          {words.chooseProblem}
        </option>
        {rules.map(({ rule, title, count }) => (
          <option key={rule} value={rule}>
            {words.problemOf(title, count)}
          </option>
        ))}
      </select>
    </label>
  );
}
