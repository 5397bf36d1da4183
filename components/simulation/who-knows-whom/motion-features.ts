/** The small feature set of the animation library, in a file of its own so that it is fetched only where something moves. */
export { domAnimation } from 'framer-motion'
