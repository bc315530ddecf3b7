package vaiwg.board.files;

import vaiwg.board.report.Figure;

/** A figure and where the report shows it. */
public record ShownFigure(Position position, Figure figure) {}
