import { type Messages, say } from '#lib/message/format.ts'
import type { GraphEdge, GraphNode, ScenarioGraph } from '#lib/preview/lay-out-scenario.ts'
import styles from './scenario-graph.module.css'

/**
 * The drawn graph. Every place is a link to its entry in the list, so it can be walked by keyboard in the order of the story;
 * shape and words say what colour says.
 */
export function ScenarioGraphView({
  graph,
  start,
  messages,
  locale,
}: {
  graph: ScenarioGraph
  start: string
  messages: Messages
  locale: string
}) {
  const count = (kinds: readonly GraphNode['kind'][]) => graph.nodes.filter(({ kind }) => kinds.includes(kind)).length
  const label = say(
    messages,
    'graphLabel',
    { scenes: count(['scene']), routes: count(['route']), endings: count(['ending', 'good-ending']) },
    locale,
  )
  const first = graph.nodes.find(({ id }) => id === start)
  const inOrder = graph.nodes.toSorted((a, b) => a.y - b.y || a.x - b.x)
  return (
    <figure className={styles['figure']}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles['scroll']} aria-label={label} tabIndex={0}>
        <svg className={styles['graph']} width={graph.width} height={graph.height} viewBox={`0 0 ${graph.width} ${graph.height}`}>
          <title>{label}</title>
          <defs>
            <marker id="graph-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse">
              <path d="M0 0.500 7.500 4 0 7.500Z" className={styles['arrow']} />
            </marker>
          </defs>
          {graph.edges.map((edge) => (
            <Edge key={`${edge.from} ${edge.to}`} edge={edge} />
          ))}
          {inOrder.map((node) => (
            <Place key={node.id} node={node} start={node.id === start} messages={messages} />
          ))}
        </svg>
        {first ? <span className={styles['first']} style={{ insetInlineStart: Math.max(0, first.x - 150) }} /> : null}
      </section>
      <figcaption>
        <ul className={styles['key']}>
          {(['scene', 'late', 'route', 'good', 'ending', 'unreached', 'fault'] as const).map((kind) => (
            <li key={kind}>
              <svg className={styles['graph']} width="34" height="22" viewBox="-17 -11 34 22" aria-hidden="true">
                <g
                  data-kind={kind === 'good' ? 'good-ending' : kind === 'route' || kind === 'ending' ? kind : 'scene'}
                  data-late={kind === 'late' || undefined}
                  data-unreached={kind === 'unreached' || undefined}
                  data-fault={kind === 'fault' || undefined}
                >
                  <Shape
                    kind={kind === 'good' ? 'good-ending' : kind === 'route' || kind === 'ending' ? kind : 'scene'}
                    width={30}
                    height={18}
                  />
                </g>
              </svg>
              {say(messages, `key-${kind}`)}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

function Place({ node, start, messages }: { node: GraphNode; start: boolean; messages: Messages }) {
  const { id, kind, title, x, y, width, height, reached, late, faults } = node
  const lines = inLines(title)
  // begins with what is written on the place, so that it can also be called by voice
  const said = [
    kind === 'route' ? id : `${faults.length > 0 ? '! ' : ''}${id} ${title}`,
    say(messages, `kind-${kind}`),
    start ? say(messages, 'start') : '',
    late ? say(messages, 'late') : '',
    reached ? '' : say(messages, 'unreached'),
    ...faults,
  ].filter((part) => part !== '')
  return (
    <a href={`#${id}`} aria-label={said.join('. ')}>
      <g
        transform={`translate(${x} ${y})`}
        data-kind={kind}
        data-late={late || undefined}
        data-unreached={!reached || undefined}
        data-fault={faults.length > 0 || undefined}
      >
        <Shape kind={kind} width={width} height={height} />
        {start ? <path className={styles['start']} d={`M0 ${-height / 2 - 12}V${-height / 2 - 2}`} markerEnd="url(#graph-arrow)" /> : null}
        {kind === 'route' ? (
          <text className={styles['id']} textAnchor="middle" dy="0.35em">
            {id}
          </text>
        ) : (
          <>
            <text className={styles['id']} textAnchor="middle" y={lines.length > 1 ? -13 : -8}>
              {faults.length > 0 ? '! ' : ''}
              {id}
            </text>{' '}
            <text textAnchor="middle">
              {lines.map((line, at) => (
                <tspan key={line} x={0} y={lines.length > 1 ? 4 + 15 * at : 13}>
                  {at > 0 ? ' ' : ''}
                  {line}
                </tspan>
              ))}
            </text>
          </>
        )}
      </g>
    </a>
  )
}

function Shape({ kind, width, height }: { kind: GraphNode['kind']; width: number; height: number }) {
  const [w, h] = [width / 2, height / 2]
  if (kind === 'route')
    return <path className={styles['shape']} d={`M${-w + 10} ${-h}H${w - 10}L${w} 0 ${w - 10} ${h}H${-w + 10}L${-w} 0Z`} />
  const round = kind === 'scene' ? 5 : h
  return (
    <>
      <rect className={styles['shape']} x={-w} y={-h} width={width} height={height} rx={round} />
      {kind === 'good-ending' ? (
        <rect className={styles['inner']} x={-w + 3.5} y={-h + 3.5} width={width - 7} height={height - 7} rx={round} />
      ) : null}
    </>
  )
}

function Edge({ edge: { points, labels, guarded } }: { edge: GraphEdge }) {
  const [first, ...rest] = points
  const middle = points[Math.floor(points.length / 2)]
  if (!first || !middle) return null
  // through the middles of the legs, so that the line bends and does not break
  const bends = rest.slice(0, -1).map(({ x, y }, at) => `Q${x} ${y} ${(x + rest[at + 1]!.x) / 2} ${(y + rest[at + 1]!.y) / 2}`)
  const last = rest.at(-1) ?? first
  const text = labels.join(' ')
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus
    <g className={styles['edge']} data-guarded={guarded || undefined} aria-hidden="true">
      <path d={`M${first.x} ${first.y}${bends.join('')}L${last.x} ${last.y}`} markerEnd="url(#graph-arrow)" />
      <rect x={middle.x - 4 - 4 * text.length} y={middle.y - 9} width={8 + 8 * text.length} height={18} rx={9} />
      <text x={middle.x} y={middle.y} dy="0.35em" textAnchor="middle">
        {text}
      </text>
    </g>
  )
}

/** What is too long for one line stands in two, parted at the space nearest to the middle. */
function inLines(title: string): string[] {
  const spaces = [...title.matchAll(/ /g)].map(({ index }) => index)
  if (title.length <= 22 || spaces.length === 0) return [title]
  const at = spaces.reduce((best, one) => (Math.abs(one - title.length / 2) < Math.abs(best - title.length / 2) ? one : best))
  return [title.slice(0, at), title.slice(at + 1)]
}
