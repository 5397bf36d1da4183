import { OrderList } from './order-list.tsx'
import type { ViewProps } from './view.ts'

/** Ranked judgement: what one should do, from best to least good. */
export function SjtView({ item, value, onChange, labelledBy, say }: ViewProps<'sjt'>) {
  return (
    <OrderList
      options={item.options}
      value={value}
      onChange={onChange}
      labelledBy={labelledBy}
      help={say('rankHelp')}
      ends={{ first: say('best'), last: say('least') }}
      say={say}
    />
  )
}
