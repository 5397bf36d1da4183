import type { Say } from '#components/quiz/text.ts'
import type { PublicItem } from '#lib/quiz/public-item.ts'
import { MatchView } from './match.tsx'
import { MultiView } from './multi.tsx'
import { OrderView } from './order.tsx'
import { SingleView } from './single.tsx'
import { SjtView } from './sjt.tsx'
import { SortView } from './sort.tsx'
import { TfReasonView } from './tf-reason.tsx'

/** The view of an item by its kind. */
export function Interaction({
  item,
  ...rest
}: {
  item: PublicItem
  value: unknown
  onChange(value: unknown): void
  labelledBy: string
  say: Say
}) {
  switch (item.kind) {
    case 'single':
      return <SingleView item={item} {...rest} />
    case 'multi':
      return <MultiView item={item} {...rest} />
    case 'tf-reason':
      return <TfReasonView item={item} {...rest} />
    case 'order':
      return <OrderView item={item} {...rest} />
    case 'match':
      return <MatchView item={item} {...rest} />
    case 'sort':
      return <SortView item={item} {...rest} />
    case 'sjt':
      return <SjtView item={item} {...rest} />
    default:
      return item satisfies never
  }
}
