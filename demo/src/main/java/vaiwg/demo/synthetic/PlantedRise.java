package vaiwg.demo.synthetic;

/**
 * A change in the service that the daily alarm has to find: from a day on, open cases of one group end with outcome 16 more often,
 * at every age by the same share. What the victims do not get is not told; nor is it in a real force.
 */
record PlantedRise(long seed, ForceCalendar calendar) {
    /** Chances of their own, so that all other cases are the same with the rise and without. */
    private static final long RISE = 3;

    /** How a case ends, and when; {@link Long#MAX_VALUE} where it stays open. */
    record Ending(CaseEnding exit, long at) {}

    /**
     * The ending of a case whose group may have the rise.
     *
     * <p>A second course of the same kind of case runs beside the case's own. Where it ends before the case does, another takes its
     * place from there on; so at every age there is one that has come as far as the case, and its outcomes 16 come at the rate of the
     * case's. A share of them is the case's own.
     */
    Ending of(CasePlan plan, Choice exits, long recordedAt, Ending own) {
        if (plan.group() != OffenceGroup.RAPE || own.at() < from()) {
            return own;
        }
        Draw draw = Draw.at(seed, RISE, plan.day(), plan.group().ordinal(), plan.index());
        long reached = recordedAt;
        while (true) {
            Ending beside = outliving(reached, exits, recordedAt, draw);
            if (beside.at() >= own.at()) {
                return own;
            }
            boolean counts = "16".equals(beside.exit().type()) && beside.at() >= from();
            if (counts && draw.chance(Figures.of("rise_by"))) {
                return beside;
            }
            reached = beside.at();
        }
    }

    private Ending outliving(long reached, Choice exits, long recordedAt, Draw draw) {
        Ending drawn;
        do {
            CaseEnding exit = CaseEnding.of(exits.draw(draw));
            drawn = new Ending(
                    exit, exit.open() ? Long.MAX_VALUE : calendar.closingTime(recordedAt, exit.delay(draw), draw));
        } while (drawn.at() <= reached);
        return drawn;
    }

    private long from() {
        return calendar.midnight(Figures.whole("rise_from_day"));
    }
}
