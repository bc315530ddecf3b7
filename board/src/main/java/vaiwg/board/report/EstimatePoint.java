package vaiwg.board.report;

import java.time.LocalDate;

/** An estimate of a period whose cases have not had their time: provisional, with the range in which it will lie 19 times of 20. */
public record EstimatePoint(LocalDate firstDay, LocalDate lastDay, double value, double lower, double upper) {}
