package vaiwg.engine.panes;

import vaiwg.engine.contributions.RevisionCause;

/**
 * How much a day of a headline, which was in a published window already, is known to be otherwise.
 *
 * @param cell of the headline's total; see {@link vaiwg.kpis.catalogue.Catalogue#columnOfCell}
 * @param day as a day number
 * @param numerator what is to be added to the numerator
 * @param denominator what is to be added to the denominator
 */
public record RevisionRow(int cell, int day, RevisionCause cause, int numerator, int denominator) {}
