package vaiwg.kpis.cases;

import java.util.Optional;
import vaiwg.schemas.EventStream;

/**
 * A duty of the Victims' Code of which a contact says that it was met, and figures read it. The return of property is none of them: the
 * stream of examinations says that of each item.
 */
public enum Duty {
    INFORMATION,
    COMPENSATION,
    DISPOSAL_VIEWS,
    INTERVIEWER,
    COURT_VISIT;

    private static final Duty[] ALL = values();
    private static final CountedField FIELD = CountedField.field(EventStream.VICTIM_CONTACT, "duty");

    private final long code = UnitCode.of(name());

    /** The field of a contact that says which duty it is of. */
    public static CountedField field() {
        return FIELD;
    }

    public boolean isOf(ContactVersion contact) {
        return FIELD.in(contact) == code;
    }

    public static Optional<Duty> of(Version version) {
        if (version instanceof ContactVersion contact && contact.kind == ContactVersion.DUTY) {
            for (Duty duty : ALL) {
                if (duty.isOf(contact)) {
                    return Optional.of(duty);
                }
            }
        }
        return Optional.empty();
    }
}
