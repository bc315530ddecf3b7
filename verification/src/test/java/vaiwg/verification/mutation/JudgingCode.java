package vaiwg.verification.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What stands in the methods of a class, so that it can be said which numbers are bounds before anything is changed. */
final class JudgingCode extends ClassVisitor {
    private static final int API = Opcodes.ASM9;

    private final Map<String, List<Instruction>> methods = new HashMap<>();
    private final Map<String, String> facts = new HashMap<>();
    /** Of each lambda the method in which it stands. */
    private final Map<String, String> makers = new HashMap<>();

    /** Methods that are asked for a flag or a code by its number. */
    private static final Set<String> ASK_FOR_CODES = Set.of("is", "status");

    /**
     * @param number what it puts on the stack, null where it is no number
     * @param called the method that it calls, null where it calls none
     */
    private record Instruction(int opcode, Number number, String called) {}

    JudgingCode(ClassReader reader) {
        super(API);
        reader.accept(this, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    /** The fact whose rule a lambda is, or is a part of; or null. */
    String factOf(String method) {
        String maker = makers.get(method);
        return maker == null || facts.containsKey(method) ? facts.get(method) : factOf(maker);
    }

    /**
     * Whether the n-th instruction of a method puts a bound on the stack. What says yes, no or absent is none, nor is a place in a list,
     * its length, a flag or a code.
     */
    boolean isBound(String method, int n) {
        List<Instruction> all = methods.get(method);
        Number number = all.get(n).number;
        if (number == null || isExtreme(number) || n > 0 && all.get(n - 1).opcode == Opcodes.DUP) {
            return false;
        }
        Instruction next = all.get(n + 1);
        boolean isCode = next.opcode == Opcodes.IF_ICMPEQ
                || next.opcode == Opcodes.IF_ICMPNE
                || next.called != null && ASK_FOR_CODES.contains(next.called);
        boolean isLength = next.opcode == Opcodes.INVOKESPECIAL || next.opcode == Opcodes.ANEWARRAY;
        if (isCode || isLength) {
            return false;
        }
        if (Math.abs(number.longValue()) > 1) {
            return true;
        }
        boolean isStep = (next.opcode == Opcodes.IADD || next.opcode == Opcodes.ISUB) && !isCountedUp(all, n);
        return number.longValue() == 1 && (isStep || isFirstOfTwoNumbers(all, n));
    }

    /** As in {@code next++} of a field: a place in a list, with which a loop would go on for ever. */
    private static boolean isCountedUp(List<Instruction> all, int n) {
        return n + 2 < all.size() && all.get(n + 2).opcode == Opcodes.PUTFIELD;
    }

    /** As in {@code flag ? 1 : 5}. */
    private static boolean isFirstOfTwoNumbers(List<Instruction> all, int n) {
        if (n + 2 >= all.size() || all.get(n + 1).opcode != Opcodes.GOTO) {
            return false;
        }
        Number other = all.get(n + 2).number;
        return other != null && Math.abs(other.longValue()) > 1;
    }

    private static boolean isExtreme(Number number) {
        long value = number.longValue();
        return value == Long.MIN_VALUE
                || value == Long.MAX_VALUE
                || value == Integer.MIN_VALUE
                || value == Integer.MAX_VALUE;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String contribution, String[] exceptions) {
        List<Instruction> instructions = new ArrayList<>();
        methods.put(name + descriptor, instructions);
        return new Instructions(instructions, name + descriptor);
    }

    /** Lists instructions; and of a switch over the names of facts, which lambda is the rule of which. */
    private final class Instructions extends InstructionVisitor {
        private final List<Instruction> instructions;
        private final String method;
        /** A switch over texts numbers them first, and then is one over the numbers. */
        private final Map<Number, String> texts = new HashMap<>();

        private final Map<Label, String> cases = new HashMap<>();
        private String text;
        private String fact;

        Instructions(List<Instruction> instructions, String method) {
            super(null);
            this.instructions = instructions;
            this.method = method;
        }

        @Override
        void each(int opcode, Number number) {
            instructions.add(new Instruction(opcode, number, null));
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            instructions.add(new Instruction(opcode, null, name));
        }

        @Override
        public void visitLdcInsn(Object value) {
            super.visitLdcInsn(value);
            if (value instanceof String said) {
                text = said;
            }
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            if (opcode == Opcodes.ISTORE && text != null) {
                texts.put(instructions.get(instructions.size() - 1).number, text);
                text = null;
            }
            super.visitVarInsn(opcode, variable);
        }

        @Override
        public void visitTableSwitchInsn(int least, int most, Label otherwise, Label... labels) {
            for (int i = 0; i < labels.length; i++) {
                if (texts.containsKey(least + i)) {
                    cases.put(labels[i], texts.get(least + i));
                }
            }
            super.visitTableSwitchInsn(least, most, otherwise, labels);
        }

        @Override
        public void visitLabel(Label label) {
            fact = cases.getOrDefault(label, fact);
            super.visitLabel(label);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
            if (arguments.length > 1
                    && arguments[1] instanceof Handle rule
                    && rule.getName().startsWith("lambda$")) {
                makers.put(rule.getName() + rule.getDesc(), method);
                if (fact != null) {
                    facts.put(rule.getName() + rule.getDesc(), fact);
                }
            }
        }
    }

    /** Gives every instruction in turn, before it is passed on. */
    abstract static class InstructionVisitor extends MethodVisitor {
        InstructionVisitor(MethodVisitor next) {
            super(API, next);
        }

        abstract void each(int opcode, Number number);

        @Override
        public void visitInsn(int opcode) {
            each(opcode, constant(opcode));
            super.visitInsn(opcode);
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            each(opcode, opcode == Opcodes.NEWARRAY ? null : (Number) operand);
            super.visitIntInsn(opcode, operand);
        }

        @Override
        public void visitLdcInsn(Object value) {
            each(Opcodes.LDC, value instanceof Number number ? number : null);
            super.visitLdcInsn(value);
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            each(opcode, null);
            super.visitVarInsn(opcode, variable);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            each(opcode, null);
            super.visitTypeInsn(opcode, type);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            each(opcode, null);
            super.visitFieldInsn(opcode, owner, name, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            each(opcode, null);
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            each(Opcodes.INVOKEDYNAMIC, null);
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            each(opcode, null);
            super.visitJumpInsn(opcode, label);
        }

        private static Integer constant(int opcode) {
            return opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5 ? opcode - Opcodes.ICONST_0 : null;
        }
    }
}
