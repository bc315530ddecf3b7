package vaiwg.statistics.signals;

/** What block charts tell of the data behind other figures: a signal in days in which the data changed speaks of the data first. */
public interface DataMoves {
    /** Data of which nothing is known to have changed. */
    DataMoves NONE = (kpi, theme, firstDay, lastDay) -> false;

    /** What a reader is to do first, as the beginning of a sentence. */
    String WORDS = "Check data first: recording or definitions changed";

    /**
     * Whether records became more or less complete, or prompt, than from block to block by chance, or a measure's definition or a code
     * map changed, in a block that holds any of some days, as far as blocks have ended.
     *
     * @param kpi the measure's name
     * @param theme whose records; empty for all
     */
    boolean in(String kpi, String theme, int firstDay, int lastDay);
}
