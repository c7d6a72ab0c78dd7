// Prints what our encoder makes of each line of standard input, for peer_test.py to compare: the
// tokens, a tab, the vector. vectors ENCODER_FILE
#include <iostream>
#include <string>

#include "knowledge/encoder/encoder_file.h"
#include "knowledge/encoder/sentence_encoder.h"
#include "knowledge/encoder/tokenizer.h"

int main(int argc, char** argv) {
  using knowledge::SentenceEncoder;
  if (argc != 2) return 2;
  const auto file = knowledge::EncoderFile::open(argv[1]);
  const auto encoder = SentenceEncoder::load(argv[1]);
  if (!file || !encoder) {
    std::cerr << argv[1] << " is absent or damaged: run bot/encoder\n";
    return 1;
  }
  const auto tokenizer = knowledge::Tokenizer::load(*file, file->find("table")->rows);
  for (std::string line; std::getline(std::cin, line);) {
    for (const auto id : tokenizer->tokens(line, SentenceEncoder::kTokensMax))
      std::cout << id << ' ';
    std::cout << '\t';
    for (const float value : encoder->encode(line)) std::cout << value << ' ';
    std::cout << '\n';
  }
}
