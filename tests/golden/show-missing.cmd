show data/articles/none.txt data/articles/004_27aa59d1629ed0f1.txt#1 --width 40
