/** Styles play no part in component tests. */
export default '';
