package vaiwg.cli.profile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vaiwg.cli.feed.FieldValues;
import vaiwg.cli.profile.CodeBook.Meaning;
import vaiwg.schemas.SchemaField;

/** What was found in one field of the records of a force's stream. */
final class FieldProfile {
    private final SchemaField field;
    private final Optional<Meaning> meaning;
    private final CodeCounts codes = new CodeCounts();
    private long with;
    private long without;
    private long tooEarly;
    private long ahead;
    private Instant first;
    private Instant last;

    FieldProfile(SchemaField field, Optional<Meaning> meaning) {
        this.field = field;
        this.meaning = meaning;
    }

    /**
     * @param day of its change
     * @param earliest before which no date is plausible
     * @param now after which none is
     */
    void add(String force, int day, FieldValues values, Instant earliest, Instant now) {
        if (field.isInstant()) {
            List<Instant> dates = values.instants(field);
            count(!dates.isEmpty());
            dates.forEach(date -> add(date, earliest, now));
            return;
        }
        List<String> texts = values.texts(field);
        count(!texts.isEmpty());
        meaning.ifPresent(of -> texts.forEach(code -> codes.add(code, of.of(force, code, day))));
    }

    private void count(boolean there) {
        with += there ? 1 : 0;
        without += there ? 0 : 1;
    }

    private void add(Instant date, Instant earliest, Instant now) {
        tooEarly += date.isBefore(earliest) ? 1 : 0;
        ahead += date.isAfter(now) ? 1 : 0;
        first = first == null || date.isBefore(first) ? date : first;
        last = last == null || date.isAfter(last) ? date : last;
    }

    boolean isDate() {
        return field.isInstant();
    }

    boolean isCode() {
        return meaning.isPresent();
    }

    ProfileAnswer.Field answer(long most) {
        return new ProfileAnswer.Field(
                field.path(),
                with,
                without,
                isDate() && first != null
                        ? new ProfileAnswer.Dates(ProfileAnswer.day(first), ProfileAnswer.day(last), tooEarly, ahead)
                        : null,
                isCode() ? new ProfileAnswer.Codes(codes.known(), codes.unknownRecords(), codes.unknown(most)) : null);
    }
}
