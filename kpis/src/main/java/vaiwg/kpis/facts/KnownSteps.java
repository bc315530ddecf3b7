package vaiwg.kpis.facts;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CaseStep;
import vaiwg.kpis.cases.ContactVersion;
import vaiwg.kpis.cases.Duty;
import vaiwg.kpis.cases.ItemVersion;
import vaiwg.kpis.cases.ManagementVersion;
import vaiwg.kpis.cases.SubmissionVersion;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.StalkingStep;

/**
 * The steps of a case as known at an instant: of each the current version, without what was taken back or is dated by months only.
 *
 * @param contacts with the victim
 * @param submissions to the Crown Prosecution Service
 * @param items examined, and other property
 * @param management of stalking perpetrators, the steps that name the crime
 */
public record KnownSteps(
        List<ContactVersion> contacts,
        List<SubmissionVersion> submissions,
        List<ItemVersion> items,
        List<ManagementVersion> management) {
    public static final KnownSteps NONE = new KnownSteps(List.of(), List.of(), List.of(), List.of());

    public static KnownSteps of(CaseState state, long instant) {
        if (state.contacts.length + state.submissions.length + state.items.length + state.management.length == 0) {
            return NONE;
        }
        return new KnownSteps(
                standing(state.contacts, instant),
                standing(state.submissions, instant),
                standing(state.items, instant),
                standing(state.management, instant));
    }

    public int size() {
        return contacts.size() + submissions.size() + items.size() + management.size();
    }

    public Stream<ContactVersion> contacts(ContactKind kind) {
        return contacts.stream().filter(contact -> contact.kind == kind.ordinal());
    }

    /** The first day of a contact by which a duty was met; {@link Integer#MAX_VALUE} where there is none. Asked of each case, so nothing is made. */
    int firstDayOf(Duty duty) {
        int first = Integer.MAX_VALUE;
        for (int i = 0; i < contacts.size(); i++) {
            ContactVersion contact = contacts.get(i);
            if (contact.kind == ContactVersion.DUTY && duty.isOf(contact)) {
                first = Math.min(first, LondonDays.dayOf(contact.at));
            }
        }
        return first;
    }

    /** Whether there is a contact of a kind, by its number in {@link ContactVersion#kind}. */
    boolean hasContact(int kind) {
        for (int i = 0; i < contacts.size(); i++) {
            if (contacts.get(i).kind == kind) {
                return true;
            }
        }
        return false;
    }

    boolean hasContact(ContactKind kind, Predicate<? super ContactVersion> holds) {
        for (int i = 0; i < contacts.size(); i++) {
            if (contacts.get(i).kind == kind.ordinal() && holds.test(contacts.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is a step of a kind in the management of a perpetrator of which something holds. */
    boolean hasManagement(StalkingStep kind, Predicate<ManagementVersion> holds) {
        for (int i = 0; i < management.size(); i++) {
            if (management.get(i).kind == kind.ordinal() && holds.test(management.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static <V extends CaseStep> List<V> standing(V[] known, long instant) {
        if (known.length == 0) {
            return List.of();
        }
        List<V> current = Versions.currentOfEachAt(known, instant);
        current.removeIf(step -> !step.stands());
        return current;
    }
}
