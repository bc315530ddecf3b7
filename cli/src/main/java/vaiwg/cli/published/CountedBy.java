package vaiwg.cli.published;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.schemas.Slugged;

/** By what a count belongs to a period. */
enum CountedBy implements Slugged {
    /** The day on which the crime was recorded. */
    RECORDED,
    /** The day on which the outcome was assigned, or that of the result at court. */
    ASSIGNED;

    static CountedBy of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Empty where it names none. */
    static Optional<CountedBy> find(String name) {
        return Stream.of(values()).filter(by -> by.slug().equals(name)).findFirst();
    }
}
