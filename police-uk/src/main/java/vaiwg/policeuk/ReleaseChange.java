package vaiwg.policeuk;

import java.time.Instant;
import java.time.YearMonth;

/**
 * How many crimes of one force, month and crime type a later release changed for one reason.
 *
 * @param publishedAt from when the release's corrections are known
 * @param crimeType the publisher's slug of it
 * @param came crimes that the month and type gained
 * @param went crimes that they lost
 * @param altered crimes that stayed in them and changed otherwise
 */
public record ReleaseChange(
        String force,
        Instant publishedAt,
        YearMonth month,
        String crimeType,
        CorrectionCause cause,
        long came,
        long went,
        long altered) {}
