/** Runs once around all unit tests. The server helper starts PostgreSQL here. */
export default function setup() {}
