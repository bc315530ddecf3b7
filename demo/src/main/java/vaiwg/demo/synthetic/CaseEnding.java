package vaiwg.demo.synthetic;

/**
 * How an investigation ends.
 *
 * @param type the outcome type, or null where the case stays open
 * @param medianDays median days from recording to the outcome
 * @param sigma standard deviation of the logarithm of those days
 */
record CaseEnding(String type, double medianDays, double sigma) {
    /** By type, days and, if it is not the usual one, the deviation; null is an open case. */
    static CaseEnding of(String end) {
        String[] told = end == null ? new String[] {null, "1", "1"} : end.split(" ");
        return new CaseEnding(
                told[0],
                Double.parseDouble(told[1]),
                told.length > 2 ? Double.parseDouble(told[2]) : Figures.of("sigma"));
    }

    boolean open() {
        return type == null;
    }

    /** Whether the outcome's wording says that a suspect is known; 8 and 22 included. */
    boolean suspectKnown() {
        return !open() && !type.equals("14") && !type.equals("18") && !type.equals("20") && !type.equals("21");
    }

    /** Days from recording to the outcome, drawn. */
    double delay(Draw draw) {
        return draw.logNormal(medianDays, sigma);
    }

    /** Whether it says that the victim does not support the case (the Home Office group 14 and 16). */
    boolean supportEnded() {
        return "14".equals(type) || "16".equals(type);
    }

    boolean charge() {
        return "1".equals(type) || "1A".equals(type);
    }
}
