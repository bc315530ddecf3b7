package vaiwg.demo.synthetic;

/**
 * How a victim's characteristic ends up in the record; what remains is not recorded.
 *
 * @param known share with a value
 * @param declined share who were asked and preferred not to say
 * @param notPossible share who could not be asked
 */
record Completeness(double known, double declined, double notPossible) {}
