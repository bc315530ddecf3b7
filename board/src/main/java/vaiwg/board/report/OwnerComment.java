package vaiwg.board.report;

import java.time.LocalDate;

/** What an owner says of a signal, in the owner's words; signed by a post. Empty text where one is asked for and missing. */
public record OwnerComment(String matter, String cause, String action, String post, LocalDate on, boolean missing) {}
