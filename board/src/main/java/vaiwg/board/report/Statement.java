package vaiwg.board.report;

import java.util.Optional;

/**
 * A sentence that can be minuted.
 *
 * @param judgement the icon before it; empty for plain information
 * @param headline its first words, which stand out
 * @param text what the figures say
 * @param area the slug of the area whose page says more, {@code signals}, {@code characteristics} or {@code revisions}; empty for none
 */
public record Statement(Optional<Judgement> judgement, String headline, String text, Optional<String> area) {}
