package vaiwg.jobs.records;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.kpis.cases.DatedField;
import vaiwg.kpis.cases.RecordVersion;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.cases.VersionKind;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.fields.FieldRecord;
import vaiwg.kpis.fields.Fields;

/** Records in which any field has any value, but for counted fields, which none has; the same ones again from the same numbers. */
final class RandomRecords {
    /** Of a record those that do not leave the task in which it was read. */
    static final Set<String> STAY = Set.of(
            "topic",
            "ofCase",
            "note",
            "warnings",
            "changedAt",
            "believed",
            "progress",
            "clock",
            "totals",
            "unusableTotals",
            "replayed",
            "rejected",
            "detail",
            "key",
            "value");

    private static final String[] TEXTS = {
        "", "west-midlands", "20CV/1234/26", "Ynys Môn", "日本", "\u0000\u007f\u0080", "🙂"
    };
    private static final long[] EDGES = {
        0,
        1,
        -1,
        Fields.ABSENT,
        Fields.ABSENT + 1,
        Long.MAX_VALUE,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        127,
        128,
        -64,
        -65
    };

    private final Random random;

    RandomRecords(Random random) {
        this.random = random;
    }

    /** An event that carries a version of a kind. */
    DecodedRecord event(VersionKind kind) {
        DecodedRecord event = new DecodedRecord();
        fill(event, STAY);
        event.version = version(kind);
        return event;
    }

    /** A subject with versions of one kind. */
    VersionLog<Version> log(VersionKind kind, int versions) {
        VersionLog<Version> log = VersionLog.of(kind);
        log.versions = java.util.Arrays.copyOf(log.versions, versions);
        for (int i = 0; i < versions; i++) {
            log.versions[i] = version(kind);
        }
        return log;
    }

    Version version(VersionKind kind) {
        return filled(kind.get());
    }

    /** The same record, all of its fields set. */
    <T> T filled(T record) {
        fill(record, Set.of());
        return record;
    }

    /** In the order of their names, which does not depend on that of the declaration. */
    private void fill(Object record, Set<String> without) {
        Map<String, Field> fields = fields(record.getClass());
        Map<String, Integer> dates = record instanceof RecordVersion dated ? dates(dated) : Map.of();
        for (String name : Stream.concat(fields.keySet().stream(), dates.keySet().stream())
                .sorted()
                .toList()) {
            if (dates.containsKey(name)) {
                ((RecordVersion) record).at(dates.get(name), number());
            } else if (!without.contains(name)) {
                try {
                    fields.get(name).set(record, value(fields.get(name).getType()));
                } catch (IllegalAccessException e) {
                    throw new AssertionError(name + " is not public", e);
                }
            }
        }
    }

    private static Map<String, Integer> dates(RecordVersion record) {
        return record.versionKind().dates().stream()
                .map(DatedField::path)
                .collect(Collectors.toMap(path -> path, record.versionKind()::date));
    }

    private static Map<String, Field> fields(Class<?> type) {
        return Stream.of(type.getFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers())
                        && !Modifier.isTransient(field.getModifiers())
                        && !field.getName().equals("counted"))
                .collect(Collectors.toMap(Field::getName, field -> field));
    }

    private Object value(Class<?> type) throws IllegalAccessException {
        if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == byte.class) {
            return (byte) number();
        } else if (type == short.class) {
            return (short) number();
        } else if (type == int.class) {
            return (int) number();
        } else if (type == long.class) {
            return number();
        } else if (type == String.class) {
            return TEXTS[random.nextInt(TEXTS.length)];
        } else if (type == Version.class) {
            return null;
        } else if (type.isArray()) {
            int length = random.nextInt(4);
            Object array = Array.newInstance(type.getComponentType(), length);
            for (int i = 0; i < length; i++) {
                Array.set(array, i, value(type.getComponentType()));
            }
            return array;
        }
        try {
            return filled((FieldRecord) type.getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " has no public constructor without parameters", e);
        }
    }

    private long number() {
        return switch (random.nextInt(4)) {
            case 0 -> EDGES[random.nextInt(EDGES.length)];
            case 1 -> random.nextInt(200) - 100;
            case 2 -> 1_780_000_000_000L + random.nextInt();
            default -> random.nextLong();
        };
    }
}
