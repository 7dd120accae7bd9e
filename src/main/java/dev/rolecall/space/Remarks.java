package dev.rolecall.space;

import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.situation.Situation;
import java.util.ArrayList;
import java.util.List;

/**
 * What is odd about rules that work: words of the vocabulary that nothing reads, rules that can
 * never speak, that repeat others, or that took the id of an older one. A remark is never a guess;
 * where the program cannot tell, it says nothing.
 */
public final class Remarks {

  private Remarks() {}

  /**
   * @param tried situations that the rules are held to: a choice that one of them makes is thought
   *     of, even if no rule names it
   * @param former the versions that were in force before, the newest last
   * @return in the order of the files; each at its place within the folder
   */
  public static List<Problem> of(Rulebook rulebook, List<Situation> tried, List<Rulebook> former) {
    List<Problem> remarks = new ArrayList<>(Unread.in(rulebook, tried));
    remarks.addAll(Repetition.in(rulebook));
    remarks.addAll(ReusedIds.in(rulebook, former));
    return remarks.stream().sorted().toList();
  }
}
