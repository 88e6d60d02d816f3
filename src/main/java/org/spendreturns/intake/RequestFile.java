package org.spendreturns.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.spendreturns.returns.Request;
import org.spendreturns.returns.Request.Asks;
import org.spendreturns.returns.Request.Question;
import org.spendreturns.returns.Request.Refusal;

/** Reads the YAML file of a request for information. */
public final class RequestFile {

  private RequestFile() {}

  /**
   * Reads it; a key that is not known is refused.
   *
   * @throws FaultyInputException with each fault's place, thing found and thing expected
   * @throws IOException if the file cannot be read at all
   */
  public static Request read(Path file) throws IOException {
    TextFile source = TextFile.read(file);
    YamlNode request = YamlNode.parse(source.name(), source.text());
    request
        .inWelshToo("title")
        .allow("reference", "body", "topic", "title", "received", "years", "questions");
    List<YamlNode> questions = request.get("questions").items();
    if (questions.isEmpty()) {
      throw request.get("questions").fault("a request has at least one question");
    }
    return new Request(
        request.text("reference"),
        request.text("body"),
        request.text("topic"),
        request.text("title"),
        request.findDate("received"),
        List.copyOf(Choice.years(request.get("years"))),
        questions.stream().map(RequestFile::question).toList());
  }

  private static Question question(YamlNode node) {
    node.inWelshToo("text", "answer").allow("number", "asks", "text", "refused", "answer");
    return new Question(
        node.text("number"),
        Choice.of(node.get("asks"), Asks.class),
        node.text("text"),
        node.find("refused").map(RequestFile::refusal),
        node.textOrEmpty("answer"));
  }

  private static Refusal refusal(YamlNode node) {
    node.inWelshToo("because").allow("section", "because");
    return new Refusal(node.text("section"), node.text("because"));
  }
}
