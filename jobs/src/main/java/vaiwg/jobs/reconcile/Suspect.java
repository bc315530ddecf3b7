package vaiwg.jobs.reconcile;

import vaiwg.schemas.EventStream;

/**
 * The first record of the log by which what was published and what the log says part, as far as that can be told.
 *
 * @param among how many records of that night would explain it as well, this one among them
 */
public record Suspect(How how, EventStream stream, int partition, long offset, int among) {
    /** What published figures have of it. */
    public enum How {
        TWICE("is in what was published once more than in the log"),
        /** Once less. */
        LEFT_OUT("is in the log, and not in what was published"),
        /** Some of what it does, and not all. */
        JUDGED_OTHERWISE("was judged by another rule, in some figures and not in all"),
        /** More than one record, or a part of one, is otherwise. */
        AMONG("is the first that moved these figures that night");

        private final String words;

        How(String words) {
            this.words = words;
        }
    }

    public String inWords() {
        String others = among == 1 ? "" : ", or one of " + (among - 1) + " others like it";
        return "%s, partition %d, offset %d%s %s"
                .formatted(stream.slug(), partition, offset, how == How.AMONG ? "" : others, how.words);
    }
}
