package vaiwg.kpis.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vaiwg.kpis.catalogue.Commitment.Register;
import vaiwg.kpis.catalogue.Commitment.Seen;

/**
 * What a note says was done, as its subject names it: from which day on, and which figure it was to move. It becomes an entry like those of the
 * site's register.
 *
 * @param name the rest of the subject, such as {@code 2026-05-01/decision_told:theme=rape/coventry}
 * @param seen the figure; its slice names no area
 * @param area the slug of the area; empty for the whole force
 */
public record NotedIntervention(String name, LocalDate day, Seen seen, String area) {
    private static final String CUT = "[a-z_]+=[^/:;=\\s]+";
    private static final Pattern NAME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})/([a-z][a-z0-9_]*)(?::(" + CUT + "(?:;" + CUT + ")*))?(?:/([^/:;=\\s]+))?");

    /** What the rest of a subject names; empty where it has another form, no such day is, or the slice is written otherwise than in tables. */
    static Optional<NotedIntervention> of(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Seen seen = new Seen(parts.group(2), Optional.ofNullable(parts.group(3)).orElse(""));
        String area = Optional.ofNullable(parts.group(4)).orElse("");
        return isAsInTables(seen.slice())
                ? day(parts.group(1)).map(day -> new NotedIntervention(name, day, seen, area))
                : Optional.empty();
    }

    /** Each dimension once, in order, and no area: that is named beside the figure. */
    private static boolean isAsInTables(String slice) {
        return Slice.of(Slice.dimensions(slice)).equals(slice)
                && Slice.value(slice, "lpa").isEmpty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /**
     * The entry that a row of the register would be.
     *
     * @param text what was done
     * @param post that says so
     */
    public Commitment entry(String force, String text, String post) {
        return new Commitment(
                Register.INTERVENTION,
                name,
                1,
                Interventions.SET,
                text,
                area,
                post,
                Optional.of(day),
                "",
                List.of(seen),
                "",
                "a note",
                force);
    }
}
