package vaiwg.kpis;

import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.Version;

/** Sets counted fields of versions that are made by hand. */
public final class Counted {
    private Counted() {}

    /** The same version with a value, as it is kept. */
    public static <V extends Version> V set(V version, String path, long value) {
        CountedField field = version.versionKind().counted().fields().stream()
                .filter(one -> one.path().equals(path))
                .findFirst()
                .orElseThrow();
        field.setIn(version, value);
        return version;
    }

    /** The same version with a flag that is known. */
    public static <V extends Version> V set(V version, String path, boolean flag) {
        return set(version, path, flag ? 1L : 0L);
    }
}
