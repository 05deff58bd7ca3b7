show --width 42 --measure 20 --breaks off --hang off data/articles/004_27aa59d1629ed0f1.txt
