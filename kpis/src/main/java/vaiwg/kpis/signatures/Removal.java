package vaiwg.kpis.signatures;

import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.Versions;

/** The versions of a crime as they become known one after another: which is current, and when the crime was removed. */
final class Removal {
    private final CrimeVersion[] all;
    private CrimeVersion current;
    private long madeAt;
    private long removedAt;

    /** @param all also of those that are not known yet */
    Removal(CrimeVersion[] all) {
        this.all = all;
    }

    /**
     * Takes the next version. A higher one follows those that are known; only one that comes between them, or instead of one, has to be
     * put in its place.
     *
     * @return whether the crime stands now and did not, or was removed at another time
     */
    boolean add(CrimeVersion version) {
        boolean stood = stands();
        boolean isFirst = current == null;
        long removedBefore = removedAt;
        if (isFirst || version.version > current.version) {
            append(version);
        } else {
            current = null;
            Versions.believedAt(all, version.admittedAt).forEach(this::append);
        }
        return isFirst || stood != stands() || removedBefore != removedAt;
    }

    /** Null before the first. */
    CrimeVersion current() {
        return current;
    }

    /** When the last version that stood was followed by one that does not: history never runs backwards. */
    long removedAt() {
        return removedAt;
    }

    private void append(CrimeVersion version) {
        boolean stood = current == null || stands();
        madeAt = current == null ? version.changedAt : Math.max(madeAt, version.changedAt);
        if (stood && version.status != CrimeVersion.ACTIVE) {
            removedAt = madeAt;
        }
        current = version;
    }

    private boolean stands() {
        return current != null && current.status == CrimeVersion.ACTIVE;
    }
}
