import { layOutTable } from '#shared/document/table.ts';
import type { PlacedBlock } from '#shared/document/walk.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';

/**
 * The head of a table once more, over a later piece of a very long table. It is not the text, so it can be neither
 * selected nor marked.
 */
export function RepeatedHead({ rows }: { readonly rows: readonly PlacedBlock[] }) {
  return (
    <thead data-repeated="">
      {layOutTable(rows).rows.map(({ block, cells }) => (
        <tr key={block.id}>
          {cells.map(({ start, end, columns, rows: high }) => (
            <th
              key={start}
              scope="col"
              colSpan={columns > 1 ? columns : undefined}
              rowSpan={high > 1 ? high : undefined}
            >
              <Bidi text={block.text.slice(start, end)} />
            </th>
          ))}
        </tr>
      ))}
    </thead>
  );
}
