import { Tag } from '#renderer/ui/Tag.tsx';
import type { PlacedAnnotation } from '#renderer/bridge/reader-marks.ts';
import { translate } from '#shared/i18n/translate.ts';

interface AnchorBadgeProps {
  readonly annotation: PlacedAnnotation;
  /** The content hash of the present text. */
  readonly contentHash: string;
}

/** Says how a highlight was found in a text that has changed. For an unchanged text it shows nothing. */
export function AnchorBadge({ annotation, contentHash }: AnchorBadgeProps) {
  const { confidence, score } = annotation;
  if (annotation.contentHash === contentHash && confidence === 'exact') return null;
  const tip = translate(`anchor.tip.${confidence}`, { p: Math.round(score * 100) });
  return (
    <Tag {...(confidence === 'approximate' && { tone: 'warn' as const })} title={tip}>
      <span aria-description={tip}>{translate(`anchor.${confidence}`)}</span>
    </Tag>
  );
}
