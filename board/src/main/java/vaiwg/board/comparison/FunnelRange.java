package vaiwg.board.comparison;

/** The ranges in which 19 of 20 units, and 499 of 500, of a size lie. */
public record FunnelRange(double size, double lower95, double upper95, double lower998, double upper998) {}
