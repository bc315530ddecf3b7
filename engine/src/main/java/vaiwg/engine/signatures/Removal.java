package vaiwg.engine.signatures;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.CrimeVersion;

/** The versions of a crime as they become known one after another: which is current, and when the crime was removed. */
final class Removal {
    /** One of each number, the lowest first. */
    private final List<CrimeVersion> believed;

    private long madeAt;
    private long removedAt;

    /** @param most how many versions there may be */
    Removal(int most) {
        believed = new ArrayList<>(most);
    }

    /**
     * Takes the next version. A higher one follows those that are known; only one that comes between them, or instead of one, has to be
     * put in its place.
     *
     * @return whether the crime stands now and did not, or was removed at another time
     */
    boolean add(CrimeVersion version) {
        boolean isFirst = believed.isEmpty();
        boolean stood = stands(believed.size());
        long removedBefore = removedAt;
        int place = place(version.version);
        if (place == believed.size()) {
            believed.add(version);
            take(place);
        } else if (believed.get(place).version != version.version) {
            believed.add(place, version);
            takeAll();
        } else if (version.supersedes(believed.get(place))) {
            believed.set(place, version);
            takeAll();
        }
        return isFirst || stood != stands(believed.size()) || removedBefore != removedAt;
    }

    /** Null before the first. */
    CrimeVersion current() {
        return believed.isEmpty() ? null : believed.get(believed.size() - 1);
    }

    /** When the last version that stood was followed by one that does not: history never runs backwards. */
    long removedAt() {
        return removedAt;
    }

    /** Of the first version with such a number, or a higher one. */
    private int place(long number) {
        int place = believed.size();
        while (place > 0 && believed.get(place - 1).version >= number) {
            place--;
        }
        return place;
    }

    private void takeAll() {
        for (int place = 0; place < believed.size(); place++) {
            take(place);
        }
    }

    private void take(int place) {
        CrimeVersion version = believed.get(place);
        madeAt = place == 0 ? version.changedAt : Math.max(madeAt, version.changedAt);
        if ((place == 0 || stands(place)) && version.status != CrimeVersion.ACTIVE) {
            removedAt = madeAt;
        }
    }

    /** Whether the crime stands with so many of its versions. */
    private boolean stands(int versions) {
        return versions > 0 && believed.get(versions - 1).status == CrimeVersion.ACTIVE;
    }
}
