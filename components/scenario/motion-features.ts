/** The smallest feature set of the animation library (no gestures, no layout), fetched after the page stands. */
export { domMin as default } from 'framer-motion'
