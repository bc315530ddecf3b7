package vaiwg.jobs.explain;

/** How one case stands in one figure at a midnight. */
public record CaseFigure(Figure figure, Counted counted) {}
