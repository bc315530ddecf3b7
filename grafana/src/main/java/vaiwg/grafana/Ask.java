package vaiwg.grafana;

import vaiwg.kpis.catalogue.Priority;

/** What a matter asks of its owner: as a table says it, in a word or two what to do, and when it is said. A pill has no comma. */
enum Ask {
    ACT(
            "Act: find the cause",
            DashboardPalette.FILL_ATTENTION,
            "Two periods in a row say so, on the same side, the newest beyond a limit; or an early warning does. Find"
                    + " the cause, and answer within "
                    + Priority.DAYS_TO_ANSWER + " days."),
    WATCH(
            "Watch: wait for the next",
            DashboardPalette.FILL_NEUTRAL,
            "One period says so, or a run inside the limits: the next confirms it, or it ends. Or a backlog is larger"
                    + " than a year before. Of an early warning: it is of a fall, or says the same as one that asks to"
                    + " act."),
    CHECK_DATA(
            "Check the data first",
            DashboardPalette.FILL_NEUTRAL,
            "Records became more or less complete, or prompt, in the same weeks, or a definition changed. Look there"
                    + " before a cause is named.");

    private final String words;
    private final String fill;
    private final String meaning;

    Ask(String words, String fill, String meaning) {
        this.words = words;
        this.fill = fill;
        this.meaning = meaning;
    }

    String words() {
        return words;
    }

    String fill() {
        return fill;
    }

    String meaning() {
        return meaning;
    }
}
