import { cloneElement, type ElementType, isValidElement, type ReactElement, type ReactNode } from 'react'

/**
 * Gives each `Term` among the children the punctuation that follows it, as its `tail`: a browser may end a line after a
 * button, and a comma must not begin the next one.
 */
export function joinPunctuation(children: ReactNode, Term: ElementType): ReactNode {
  if (!Array.isArray(children)) return children
  const tails = children.map((child, index) =>
    typeof child === 'string' && isTerm(children[index - 1], Term) ? (/^[.,;:?!)\]”’…]+/.exec(child)?.[0] ?? '') : '',
  )
  if (tails.every((tail) => tail === '')) return children
  return children.map((child, index) => {
    const tail = tails[index + 1]
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
    if (tail && isTerm(child, Term)) return cloneElement(child, { key: `term-${index}`, tail })
    return typeof child === 'string' ? child.slice(tails[index]!.length) : child
  })
}

function isTerm(child: ReactNode, Term: ElementType): child is ReactElement<{ tail?: string }> {
  return isValidElement(child) && child.type === Term
}
