package vaiwg.verification.mutation;

/**
 * One wrong number, comparison or code in the classes that judge.
 *
 * @param id by which the switch turns it on
 * @param code that a set of codes gains or loses, or that stands for another; null where none is concerned
 */
record JudgementMutant(Mutant mutant, int id, Object code) {}
