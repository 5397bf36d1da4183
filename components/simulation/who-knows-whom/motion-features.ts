/** The smallest feature set of the animation library (no gestures, no layout), in a file of its own so that it is fetched apart. */
export { domMin } from 'framer-motion'
