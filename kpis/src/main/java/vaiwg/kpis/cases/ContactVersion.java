package vaiwg.kpis.cases;

import vaiwg.kpis.fields.Fields;
import vaiwg.schemas.ContactKind;

/**
 * A contact with a victim in one of its versions: an audit under the Victims' Code, a referral, a survey, a review, a duty that was met, an update.
 */
public final class ContactVersion extends CaseStep {
    /** What an audit found: 0 where it was not asked, else its place in the schema's list, from 1 on. */
    public static final int YES = 1;

    public static final int NO = 2;
    /** Done, but later than two days: of a referral. */
    public static final int LATE = 3;

    public static final int NOT_APPLICABLE = 4;

    private static final int BITS = 3;
    private static final int MASK = (1 << BITS) - 1;

    /** The kind of a contact by which a duty was met: readers of earlier versions would fail at one more kind in the schema's list. */
    public static final byte DUTY = (byte) ContactKind.values().length;

    private static final long UPDATE = UnitCode.of("UPDATE");

    /** Ordinal of the kind in the schema's list, or {@link #DUTY}. */
    public byte kind;
    /** When it took place. */
    public long at;
    /** The audit's answers, three bits a {@link CodeQuestion}. */
    public int answers;
    /** When the survey was answered, or the review decided. */
    public long answeredAt = CrimeVersion.ABSENT;

    /** Whether it is of a step of the investigation that the victim is to be told: no duty that is met by there being a contact. */
    public boolean isUpdate() {
        return kind == DUTY && Duty.field().in(this) == UPDATE;
    }

    /** What the audit found for a question. */
    public int answer(CodeQuestion question) {
        return answers >>> question.ordinal() * BITS & MASK;
    }

    /** Sets what the audit found for a question. */
    public void answer(CodeQuestion question, int answer) {
        int shift = question.ordinal() * BITS;
        answers = answers & ~(MASK << shift) | answer << shift;
    }

    @Override
    public VersionKind versionKind() {
        return VersionKind.CONTACT;
    }

    @Override
    void content(Fields fields) {
        withdrawn = fields.flag(withdrawn);
        monthOnly = fields.flag(monthOnly);
        kind = fields.number(kind);
        at = fields.instant(at, changedAt);
        answers = fields.number(answers);
        answeredAt = fields.instant(answeredAt, changedAt);
    }
}
