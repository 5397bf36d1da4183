/** The part of framer-motion that moves things; loaded after the page stands. */
export { domAnimation as default } from 'framer-motion'
