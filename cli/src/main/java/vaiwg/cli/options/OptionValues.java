package vaiwg.cli.options;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.IntPredicate;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Values of options, rejected in words where they are not what is wanted, before anything is done. */
public final class OptionValues {
    private static final int HIGHEST_PORT = 65_535;

    private OptionValues() {}

    /** The value of an option that a variable may name: one that is set to nothing is not set. */
    static <T> Optional<T> named(Optional<T> value) {
        return value.filter(one -> !one.toString().isBlank());
    }

    /** For every option of these types. */
    public static void registerTypes(CommandLine command) {
        command.registerConverter(LocalDate.class, OptionValues::date);
        command.registerConverter(YearMonth.class, OptionValues::month);
        command.registerConverter(Instant.class, OptionValues::instant);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no date; write it as 2026-03-01.");
        }
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no month; write it as 2026-03.");
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "'" + text + "' is no instant; write date, time and time zone, as 2026-03-01T00:00:00Z.");
        }
    }

    private static int number(String text, IntPredicate fits, String wanted) {
        try {
            int number = Integer.parseInt(text);
            if (fits.test(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, in the same words as for a number out of range.
        }
        throw new TypeConversionException("'" + text + "' is not " + wanted + ".");
    }

    /** A whole number above zero. */
    public static final class Positive implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return number(text, number -> number > 0, "a whole number of 1 or more");
        }
    }

    /** A port, or 0. */
    public static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return number(text, number -> number >= 0 && number <= HIGHEST_PORT, "a port from 0 to " + HIGHEST_PORT);
        }
    }
}
