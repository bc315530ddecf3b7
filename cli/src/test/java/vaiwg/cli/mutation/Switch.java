package vaiwg.cli.mutation;

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

    private Switch() {}

    /** @param instead the code that a set gains or loses, or that stands for another; null where none is concerned */
    static void turnOn(int mutant, Object instead) {
        on = mutant;
        code = instead;
    }

    static void turnOff() {
        turnOn(NONE, null);
    }

    /** A number: greater by one with {@code first} on, less by one with the one after it. */
    public static int number(int number, int first) {
        return on == first ? number + 1 : on == first + 1 ? number - 1 : number;
    }

    /** The same of a number of milliseconds. */
    public static long number(long number, int first) {
        return on == first ? number + 1 : on == first + 1 ? number - 1 : number;
    }

    /** Whether a comparison of a number with 0 jumps; what is equal goes the other way where it is on. */
    public static boolean jumps(int number, int opcode, int mutant) {
        if (number == 0 && on == mutant) {
            return opcode == Opcodes.IFLT || opcode == Opcodes.IFGT;
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
        return on >= from && on < to ? (Long) code : right;
    }

    /** A set of codes, or one with one more or one less. */
    public static Set<?> codes(Set<?> right, int from, int to) {
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
