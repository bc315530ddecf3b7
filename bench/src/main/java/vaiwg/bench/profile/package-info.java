/** Where a contestant's processor time goes: samples of its stacks as a picture, and by stage as a table. */
package vaiwg.bench.profile;
