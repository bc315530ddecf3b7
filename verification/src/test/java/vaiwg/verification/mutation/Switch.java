package vaiwg.verification.mutation;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * Which one mutant of the judging classes is on. Their bytecode asks here for each number, comparison and set of codes; with none on
 * they judge as written. For one thread.
 */
public final class Switch {
    private static final int NONE = -1;

    private static int on = NONE;
    private static Object code;
    private static BitSet met = new BitSet();

    private Switch() {}

    /** @param instead the code that a set gains or loses, or that stands for another; null where none is concerned */
    static void turnOn(int mutant, Object instead) {
        on = mutant;
        code = instead;
    }

    static void turnOff() {
        turnOn(NONE, null);
    }

    /** The mutants that could have made a difference since this was asked last: a number or code was looked at, or two were equal. */
    static BitSet met() {
        BitSet since = met;
        met = new BitSet();
        return since;
    }

    private static void meet(int from, int to) {
        if (on == NONE) {
            met.set(from, to);
        }
    }

    /** A number: greater by one with {@code first} on, less by one with the one after it. */
    public static int number(int number, int first) {
        meet(first, first + 2);
        return on == first ? number + 1 : on == first + 1 ? number - 1 : number;
    }

    /** The same of a number of milliseconds. */
    public static long number(long number, int first) {
        meet(first, first + 2);
        return on == first ? number + 1 : on == first + 1 ? number - 1 : number;
    }

    /** Whether a comparison of a number with 0 jumps; what is equal goes the other way where it is on. */
    public static boolean jumps(int number, int opcode, int mutant) {
        if (number == 0) {
            meet(mutant, mutant + 1);
            if (on == mutant) {
                return opcode == Opcodes.IFLT || opcode == Opcodes.IFGT;
            }
        }
        return switch (opcode) {
            case Opcodes.IFLT -> number < 0;
            case Opcodes.IFGE -> number >= 0;
            case Opcodes.IFGT -> number > 0;
            default -> number <= 0;
        };
    }

    /** Whether a comparison of two numbers jumps, likewise; by the opcode of the comparison of their difference with 0. */
    public static boolean jumps(int left, int right, int opcode, int mutant) {
        return jumps(Integer.compare(left, right), opcode, mutant);
    }

    /** A code, or another where one of some mutants is on. */
    public static long code(long right, int from, int to) {
        meet(from, to);
        return on >= from && on < to ? (Long) code : right;
    }

    /** A set of codes, or one with one more or one less. */
    public static Set<?> codes(Set<?> right, int from, int to) {
        meet(from, to);
        if (on < from || on >= to) {
            return right;
        }
        Set<Object> wrong = new HashSet<>(right);
        if (!wrong.remove(code)) {
            wrong.add(code);
        }
        return wrong;
    }
}
