package vaiwg.kpis.cases;

import vaiwg.kpis.fields.Fields;

/** All that is kept of a case: every version of the crime, of its outcome and of its steps that arrived. */
public final class CaseState implements Subject {
    public CrimeVersion[] crimes = (CrimeVersion[]) VersionKind.CRIME.none();
    public OutcomeVersion[] outcomes = (OutcomeVersion[]) VersionKind.OUTCOME.none();
    public ContactVersion[] contacts = (ContactVersion[]) VersionKind.CONTACT.none();
    public SubmissionVersion[] submissions = (SubmissionVersion[]) VersionKind.SUBMISSION.none();
    public ItemVersion[] items = (ItemVersion[]) VersionKind.ITEM.none();
    public ManagementVersion[] management = (ManagementVersion[]) VersionKind.MANAGEMENT.none();

    @Override
    public CaseState with(Version event) {
        CaseState next = new CaseState();
        next.crimes = event instanceof CrimeVersion crime ? Versions.with(crimes, crime) : crimes;
        next.outcomes = event instanceof OutcomeVersion outcome ? Versions.with(outcomes, outcome) : outcomes;
        next.contacts = event instanceof ContactVersion contact ? Versions.with(contacts, contact) : contacts;
        next.submissions =
                event instanceof SubmissionVersion submission ? Versions.with(submissions, submission) : submissions;
        next.items = event instanceof ItemVersion item ? Versions.with(items, item) : items;
        next.management = event instanceof ManagementVersion step ? Versions.with(management, step) : management;
        return next.versionsLike(event) == versionsLike(event) ? this : next;
    }

    @Override
    public VersionKind kind() {
        return VersionKind.CRIME;
    }

    @Override
    public void pass(Fields fields) {
        crimes = fields.records(crimes, CrimeVersion::new);
        outcomes = fields.records(outcomes, OutcomeVersion::new);
        contacts = fields.records(contacts, ContactVersion::new);
        submissions = fields.records(submissions, SubmissionVersion::new);
        items = fields.records(items, ItemVersion::new);
        management = fields.records(management, ManagementVersion::new);
    }

    @Override
    public int streams() {
        return 6;
    }

    @Override
    public Version[] stream(int place) {
        return switch (place) {
            case 0 -> crimes;
            case 1 -> outcomes;
            case 2 -> contacts;
            case 3 -> submissions;
            case 4 -> items;
            default -> management;
        };
    }

    @Override
    public Versions.VersionStatus statusOf(Version event) {
        return Versions.statusOf(versionsLike(event), event);
    }

    @Override
    public void forgetWhatFollows() {
        for (CrimeVersion crime : crimes) {
            crime.known = null;
        }
    }

    /** The versions of the stream to which an event belongs. */
    private Version[] versionsLike(Version event) {
        if (event instanceof CrimeVersion) {
            return crimes;
        }
        if (event instanceof OutcomeVersion) {
            return outcomes;
        }
        if (event instanceof ContactVersion) {
            return contacts;
        }
        if (event instanceof SubmissionVersion) {
            return submissions;
        }
        return event instanceof ItemVersion ? items : management;
    }
}
