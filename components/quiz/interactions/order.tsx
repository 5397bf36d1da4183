import { OrderList } from './order-list.tsx'
import type { ViewProps } from './view.ts'

/** Ordering. */
export function OrderView({ item, value, onChange, labelledBy, say }: ViewProps<'order'>) {
  return <OrderList options={item.options} value={value} onChange={onChange} labelledBy={labelledBy} help={say('orderHelp')} say={say} />
}
